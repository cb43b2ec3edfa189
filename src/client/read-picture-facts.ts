/** What a record keeps of pictures, where the record may come from anywhere (read-run-record.ts). */
import { ARM_IDS } from '../experiment/experiment.ts';
import type { RedundancyPoint, RedundancyView } from '../protocol/views.ts';
import { countAt, listAt, objectAt, positiveAt } from './checked-value.ts';
import type { PictureFacts } from './picture-facts.ts';
import { armAt } from './read-recorded-lane.ts';

const MOST_POINTS = 100;

/** Undefined where the record has none. */
export function pictureFactsIn(value: unknown): readonly PictureFacts[] | undefined {
  if (value === undefined) return undefined;
  return listAt('pictureFacts', value, ARM_IDS.length).map((one, index) => {
    const path = `pictureFacts.${index}`;
    const facts = objectAt(path, one, 'What pictures show of an arm must be an object.');
    const share = facts['smallWeightShare'];
    const units = facts['removedUnits'];
    return {
      armId: armAt(`${path}.armId`, facts['armId']),
      discordance: listAt(`${path}.discordance`, facts['discordance'], ARM_IDS.length).map(
        (pair, place) => discordanceIn(`${path}.discordance.${place}`, pair),
      ),
      smallWeightShare: share === null ? null : positiveAt(`${path}.smallWeightShare`, share),
      removedUnits: units === null ? null : redundancyIn(`${path}.removedUnits`, units),
    };
  });
}

function discordanceIn(path: string, value: unknown) {
  const pair = objectAt(path, value, 'Rows that two arms answer differently must be an object.');
  return {
    armId: armAt(`${path}.armId`, pair['armId']),
    rows: countAt(`${path}.rows`, pair['rows']),
  };
}

function redundancyIn(path: string, value: unknown): RedundancyView {
  const view = objectAt(path, value, 'What removed units come to must be an object, or null.');
  const points = listAt(`${path}.points`, view['points'], MOST_POINTS);
  return {
    rows: countAt(`${path}.rows`, view['rows']),
    draws: countAt(`${path}.draws`, view['draws']),
    points: points.map((point, index) => pointIn(`${path}.points.${index}`, point)),
  };
}

function pointIn(path: string, value: unknown): RedundancyPoint {
  const point = objectAt(path, value, 'A share of removed units must be an object.');
  const number = (key: string) => positiveAt(`${path}.${key}`, point[key]);
  return {
    share: number('share'),
    accuracy: number('accuracy'),
    lowest: number('lowest'),
    highest: number('highest'),
  };
}
