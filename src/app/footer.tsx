/** The way to what explains the page. */
import { usePlayground } from '../store/playground-context.tsx';
import { Button } from '../ui/controls/button.tsx';
import styles from './app.module.css';

export function Footer() {
  const showSheet = usePlayground((state) => state.showSheet);
  return (
    <footer className={`${styles.footer ?? ''} not-presented not-printed`}>
      <Button look="link" onClick={() => showSheet('glossary')}>
        Glossary
      </Button>
      <Button look="link" onClick={() => showSheet('help')}>
        Help
      </Button>
    </footer>
  );
}
