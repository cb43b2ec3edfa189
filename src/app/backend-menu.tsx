/** Which backend computes, why, and the choice of another. */
import type { BackendReport } from '../protocol/messages.ts';
import { BACKEND_CHOICES, BACKEND_LABELS } from '../store/compare/backend-choice.ts';
import { usePlayground } from '../store/playground-context.tsx';
import { PopoverButton } from '../ui/controls/popover-button.tsx';
import { RadioGroup } from '../ui/controls/radio-group.tsx';
import styles from './header.module.css';

export function BackendMenu() {
  const backend = usePlayground((state) => state.backend);
  return (
    <PopoverButton
      look="pill"
      className="not-presented"
      panelLabel="Backend"
      position="bottom-end"
      panel={() => <BackendPanel backend={backend} />}
    >
      <span className={styles.light} data-on={backend !== null} aria-hidden="true" />
      <span className={styles.backendName}>
        {backend ? BACKEND_LABELS[backend.name] : 'Backend'}
        {backend?.name === 'webgl' && ` · ${backend.hardware ? 'GPU' : 'software'}`}
      </span>
    </PopoverButton>
  );
}

function BackendPanel({ backend }: { readonly backend: BackendReport | null }) {
  const choice = usePlayground((state) => state.backendChoice);
  const chooseBackend = usePlayground((state) => state.chooseBackend);
  return (
    <div className={styles.panel}>
      <p>{backend ? backend.reason : 'The backend is being chosen.'}</p>
      {backend !== null && backend.renderer !== null && (
        <p className={styles.renderer}>Graphics: {backend.renderer}</p>
      )}
      <RadioGroup
        look="list"
        legend="Compute with"
        options={BACKEND_CHOICES}
        value={choice}
        onChange={chooseBackend}
      />
    </div>
  );
}
