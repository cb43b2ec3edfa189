/** The axes of a run: its epochs, or the steps that an epoch takes, which differ from arm to arm. */
import { count } from '../../../base/text/figure-text.ts';
import type { AxisUnit } from '../data/chart-view.ts';
import type { PlaceAxis } from './place-axis.ts';

const COUNTED = { title: 'Epoch', rowText: String, values: null, brokenAfter: null } as const;

export const EPOCH_AXES: Readonly<Record<AxisUnit, PlaceAxis>> = {
  epochs: {
    ...COUNTED,
    ...{ id: 'epochs', name: 'epoch', onePlace: 'an epoch', manyPlaces: 'epochs' },
    placeText: (at) => `Epoch ${at}`,
    ownPlaceText: null,
    marksLookBack: true,
  },
  steps: {
    ...COUNTED,
    ...{ id: 'steps', name: 'step', onePlace: 'a step', manyPlaces: 'steps' },
    placeText: (at) => `Step ${count(at)}`,
    ownPlaceText: (place) => `epoch ${place}`,
    // An epoch lies at another place in each arm.
    marksLookBack: false,
  },
};
