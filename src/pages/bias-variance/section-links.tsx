/** The sections of the page: the trained networks first, then the laboratories. */
import { pathOf, useHash } from '../../ui/use-hash.ts';
import { SECTIONS } from './sections.ts';
import type { Section } from './sections.ts';
import styles from './section-links.module.css';

const HREF = '#/bias-variance';

/** That of the address; null: the trained networks, as for an address that names no section. */
export function useSection(): Section | null {
  // Its settings follow a question mark.
  const hash = useHash(pathOf);
  return SECTIONS.find(({ id }) => hash === `${HREF}/${id}`) ?? null;
}

export function SectionLinks({ section }: { readonly section: Section | null }) {
  return (
    <nav className={`${styles.links ?? ''} not-presented not-printed`} aria-label="Sections">
      <a href={HREF} aria-current={section === null ? 'page' : undefined}>
        Trained networks
      </a>
      {SECTIONS.map(({ id, label }) => (
        <a key={id} href={`${HREF}/${id}`} aria-current={section?.id === id ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
