/**
 * Controls that a link hides, for a frame in somebody else's page or a lesson: "#/?hide=settings.presets&s=…". Elements
 * of a group name it by `data-control`, and ui/base.css hides them. A single control has a name of its own with a
 * hyphen in it ("data-noise", "regularizer-l1"): whatever draws it asks whether it is hidden.
 */
import type { SitePage } from './link-address.ts';

interface ControlGroup {
  readonly id: string;
  readonly label: string;
  /** Absent: on every page. */
  readonly pages?: readonly SitePage[];
}

/** In the order in which they are asked for. A new group is a line here and a line in ui/base.css. */
const GROUPS = [
  { id: 'header', label: 'The header: other pages, Share, Present' },
  {
    id: 'settings',
    label: 'Settings of the data, the network and the training',
    pages: ['compare', 'sweep', 'bias-variance'],
  },
  { id: 'presets', label: 'The menu of presets', pages: ['compare', 'sweep', 'bias-variance'] },
  { id: 'steps', label: 'Step, Reset and pace', pages: ['compare', 'lessons'] },
  { id: 'arms', label: 'Regularizers of the arms, and adding arms', pages: ['compare'] },
  { id: 'panels', label: 'Looking into the networks', pages: ['compare'] },
  { id: 'try', label: 'Try it yourself, at the end of a part', pages: ['lessons'] },
  { id: 'elsewhere', label: 'The way to Compare and the other pages', pages: ['lessons'] },
  { id: 'seat', label: 'Seat in class, and the line for the class', pages: ['lessons'] },
  {
    id: 'teacher',
    label: 'Links to the teacher’s half page and the worksheet',
    pages: ['lessons'],
  },
] as const satisfies readonly ControlGroup[];

export type ControlGroupId = (typeof GROUPS)[number]['id'];

/** A control by itself: "training-epochs", "rail-cost". */
export type SingleControlId = `${string}-${string}`;
export type ControlId = ControlGroupId | SingleControlId;

export type SettingGroup = 'data' | 'network' | 'training';

/** "data-noise" */
export function settingControl(group: SettingGroup, key: string): SingleControlId {
  return `${group}-${key}`;
}

/** "regularizer-l1" */
export function regularizerControl(id: string): SingleControlId {
  return `regularizer-${id}`;
}

export function controlGroupsOf(page: SitePage): readonly (typeof GROUPS)[number][] {
  return GROUPS.filter((group: ControlGroup) => group.pages?.includes(page) ?? true);
}

/** `hash`: of an address. Groups that are not known are none. */
export function hiddenIn(hash: string): readonly ControlId[] {
  const listed = /[?&]hide=([\w.%-]*)/.exec(hash)?.[1]?.split('.') ?? [];
  const groups = GROUPS.map(({ id }) => id).filter((id) => listed.includes(id));
  return [...groups, ...new Set(listed.filter(isSingle))];
}

function isSingle(id: string): id is SingleControlId {
  return /^[a-z]+-\w+$/i.test(id);
}

/** An address of this page that hides these controls as well, and no others. */
export function hiding(address: string, controls: readonly ControlId[]): string {
  return withParameter(address, 'hide', controls.length === 0 ? null : controls.join('.'));
}

/** The address with this parameter before all others; null: without it. */
export function withParameter(address: string, name: string, value: string | null): string {
  const [path = '', query = ''] = address.split('?', 2);
  const others = query.split('&').filter((part) => part !== '' && !part.startsWith(`${name}=`));
  const parts = value === null ? others : [`${name}=${value}`, ...others];
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}
