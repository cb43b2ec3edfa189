/** What networks of three values of the axis have learnt, each from its own training set. */
import { useRef } from 'react';
import { capitalized } from '../../../base/text/capitalized.ts';
import { findDataset } from '../../../datasets/registry.ts';
import type { BiasVarianceSummary, ValueSummary } from '../../../plans/bias-variance.ts';
import { partText, valueName } from '../../../findings/bias-variance/trade-off-words.ts';
import { axisValueText } from '../../../plans/sweep-words.ts';
import { useBiasVariance } from '../../../store/bias-variance/bias-variance-context.tsx';
import { SavePicture } from '../../../ui/picture-file/save-picture.tsx';
import { RangeSlider } from '../../../ui/controls/range-slider.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import { DisputedDigits } from './disputed-digits.tsx';
import { FittedCurves } from './fitted-curves.tsx';
import { ProbabilityFields } from './probability-fields.tsx';
import { orderOfPlaces, pictureName, placesToShow } from './shown-value.ts';
import { axisOf } from './trade-off-material-of.ts';
import { Pin } from '../../../ui/pin.tsx';
import styles from './fits.module.css';

export function Fits({ summary }: { readonly summary: BiasVarianceSummary }) {
  const setup = useBiasVariance((state) => state.prepared.setup);
  const chosen = useBiasVariance((state) => state.shownPlaces);
  const show = useBiasVariance((state) => state.show);
  const pictures = useRef<HTMLDivElement>(null);
  const axis = axisOf(setup);
  const order = orderOfPlaces(setup);
  const places = placesToShow(chosen, order, summary.values);
  const textOf = (place: number) =>
    axisValueText(setup, setup.axis.setting, setup.axis.values[place] ?? '');
  return (
    <div ref={pictures} className={styles.all}>
      <div className={styles.fits}>
        {places.map((place, index) => {
          const value = summary.values[place];
          if (!value) return null;
          return (
            <section
              // Pictures stay where they are; what they show is another value.
              key={index}
              className={styles.panel}
              aria-label={pictureName(index)}
            >
              <header className={styles.header}>
                <h2>
                  <Pin number={index + 1} /> {capitalized(valueName(axis, textOf(place)))}
                </h2>
                <p className={styles.figures}>{figuresText(value)}</p>
              </header>
              <Guarded name="The picture">
                <Picture value={value} summary={summary} />
              </Guarded>
              <RangeSlider
                className={`${styles.slider ?? ''} not-printed`}
                last={order.length - 1}
                position={order.indexOf(place)}
                aria-label={`${pictureName(index)}: value shown`}
                aria-valuetext={textOf(place)}
                onMove={(position) => {
                  const next = order[position] ?? place;
                  const changed = places.map((one, at) => (at === index ? next : one));
                  const [left = 0, middle = 0, right = 0] = changed;
                  show([left, middle, right]);
                }}
              />
            </section>
          );
        })}
      </div>
      <div className={`${styles.foot ?? ''} not-presented not-printed`}>
        <PictureKey value={summary.values[0]} />
        <SavePicture title="Fits" picture={pictures} />
      </div>
    </div>
  );
}

function figuresText({ parts, answers, results }: ValueSummary): string {
  if (!parts)
    return answers.length === 0 ? 'nothing trained yet' : `1 of ${results.length} networks`;
  return `bias² ${partText(parts.bias2)}, variance ${partText(parts.variance)}`;
}

/** What lines stand for; fields have captions of their own. */
function PictureKey({ value }: { readonly value: ValueSummary | undefined }) {
  if (!value || findDataset(value.base.data.dataset)?.task !== 'regression') return null;
  return (
    <p className={styles.key}>Thin: one network each. Thick: their mean. Dashed: the truth.</p>
  );
}

interface PictureProps {
  readonly value: ValueSummary;
  readonly summary: BiasVarianceSummary;
}

function Picture({ value, summary: { truth } }: PictureProps) {
  const dataset = findDataset(value.base.data.dataset);
  if (!dataset) return null;
  if (dataset.task === 'regression') return <FittedCurves {...{ value, dataset }} />;
  if (dataset.image) return <DisputedDigits {...{ value, dataset }} image={dataset.image} />;
  return <ProbabilityFields {...{ value, dataset, truth }} />;
}
