/** Leads to the laboratory that has all settings, with those of the lesson. */
import { pathOf } from '../../../links/link-address.ts';
import type { Section } from '../../../pages/bias-variance/sections.ts';
import styles from './laboratory-link.module.css';

interface LaboratoryLinkProps {
  readonly section: Section['id'];
  /** As the laboratory reads it from the address; '': its first settings. */
  readonly query?: string;
}

export function LaboratoryLink({ section, query = '' }: LaboratoryLinkProps) {
  const address = `${pathOf('bias-variance')}/${section}`;
  return (
    <a
      className={`${styles.link ?? ''} not-presented not-printed`}
      data-control="elsewhere"
      href={query === '' ? address : `${address}?${query}`}
    >
      Open the laboratory
    </a>
  );
}
