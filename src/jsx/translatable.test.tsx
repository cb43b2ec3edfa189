// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { findLooseTexts } from '../../tests/find-loose-texts.ts';
import { translate } from '../../tests/translate.ts';

function Button({ children }: { readonly children: ReactNode }) {
  return <button>{children}</button>;
}

function Item({ children }: { readonly children: ReactNode }) {
  return (
    <li>
      <i>·</i> {children}
    </li>
  );
}

/** All ways in which a text has stood beside something else on this page. */
function Page() {
  const [count, setCount] = useState(40);
  const isFew = count < 20;
  return (
    <main>
      <p data-testid="count">
        {count} of {120}
      </p>
      <p data-testid="note">
        {isFew ? 'few' : 'many'} <b>labels</b>
        {isFew && ' are wrong'}
        {!isFew && <i>!</i>}.
      </p>
      <p data-testid="alone">{isFew && 'only few'}</p>
      <p data-testid="fragment">
        <b>So: </b>
        <>
          {count} of {120}
        </>
        <Fragment key={count}>, no more</Fragment>
      </p>
      <Button>
        Take <b>{count}</b>
        {isFew ? '' : ', many'}
      </Button>
      <svg>
        <text data-testid="drawn">
          {count}
          <tspan>{isFew ? ' few' : ' many'}</tspan>
        </text>
      </svg>
      <code>λ = {0.001}</code>
      <pre>layers</pre>
      <h3>A</h3>
      <ul>
        {['a', 'b', 'c'].slice(0, isFew ? 1 : 3).map((letter) => (
          <Item key={letter}>
            {letter} of {count}
          </Item>
        ))}
      </ul>
      <button onClick={() => setCount(count === 40 ? 10 : 40)}>Change</button>
    </main>
  );
}

const texts = () =>
  ['count', 'note', 'alone', 'fragment', 'drawn'].map((id) => screen.getByTestId(id).textContent);

describe('texts of JSX', () => {
  it('reads as it is written', () => {
    render(<Page />);
    expect(texts()).toEqual([
      '40 of 120',
      'many labels!.',
      '',
      'So: 40 of 120, no more',
      '40 many',
    ]);
    expect(screen.getByText('40 of 120', { selector: 'p' })).toBeInTheDocument();
    expect(screen.getByText('a of 40')).toBeInTheDocument();
  });

  it('offers words to be translated, and neither numbers nor letters', () => {
    render(<Page />);
    const offered = (text: string) =>
      screen.getAllByText(text).some((element) => !element.closest('[translate="no"]'));
    expect(['40 of 120', 'many', 'labels', 'Change'].filter(offered)).toHaveLength(4);
    expect(['40', '!', 'λ = 0.001', 'A', '·', 'layers'].filter(offered)).toEqual([]);
    expect(screen.getByTestId('drawn')).toHaveAttribute('translate', 'no');
  });

  it('leaves no text that React keeps hold of', () => {
    render(<Page />);
    expect(findLooseTexts(document.body)).toEqual([]);
  });

  it('goes on living where every text was translated', () => {
    render(<Page />);
    const change = () => {
      translate(document.body);
      act(() => screen.getByText('Change').closest('button')?.click());
    };
    for (const _ of [1, 2]) {
      change();
      expect(texts()).toEqual([
        '10 of 120',
        'few labels are wrong.',
        'only few',
        'So: 10 of 120, no more',
        '10 few',
      ]);
      expect(screen.getAllByRole('listitem')).toHaveLength(1);
      change();
      expect(texts()[1]).toBe('many labels!.');
      expect(screen.getAllByRole('listitem')).toHaveLength(3);
    }
  });
});
