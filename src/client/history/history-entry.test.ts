import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordError } from '../checked-value.ts';
import { LONGEST_NAME, nameOfDamaged, readHistoryEntry } from './history-entry.ts';
import { historyEntry } from './history-shelf-fixture.ts';

describe('an entry that was kept', () => {
  it('is read as it was written', () => {
    const entry = historyEntry({ isPinned: true, isRenamed: true });
    expect(readHistoryEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  });

  it('has nothing in it that is not known', () => {
    expect(readHistoryEntry({ ...historyEntry(), extra: 1 })).toEqual(historyEntry());
  });

  it('has a name of a bearable length', () => {
    expect(readHistoryEntry(historyEntry({ name: 'x'.repeat(900) })).name).toHaveLength(
      LONGEST_NAME,
    );
  });

  it.each([
    ['page', 'lessons', 'There is no page “lessons”.'],
    ['name', ' ', 'There is no text here.'],
    ['keptAt', -1, '-1 is no count.'],
    ['keptAt', 9e15, '9000000000000000 is no date.'],
    ['dataset', null, 'The entry does not name its data.'],
    ['parts', 'A', '“A” is no list.'],
    ['size', null, 'nothing is no count.'],
  ])('is refused where its %s is %j', (key, value, message) => {
    expect(() => readHistoryEntry({ ...historyEntry(), [key]: value })).toThrow(message);
  });

  it('is read or refused, whatever stands in storage', () => {
    const keys = fc.constantFrom(...Object.keys(historyEntry()));
    fc.assert(
      fc.property(keys, fc.anything({ withNullPrototype: true }), (key, value) => {
        try {
          readHistoryEntry({ ...historyEntry(), [key]: value });
        } catch (error) {
          expect(error).toBeInstanceOf(RecordError);
        }
        expect(nameOfDamaged(value)).not.toBe('');
      }),
    );
  });
});
