/** A part of the page that, should it fail, says so and takes nothing else with it. */
import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from './controls/button.tsx';
import styles from './guarded.module.css';

interface GuardedProps {
  /** What could not be shown, at the beginning of a sentence: "The verdict". */
  readonly name: string;
  /** Called before the part is shown again. */
  readonly onTryAgain?: () => void;
  readonly children: ReactNode;
}

interface GuardedState {
  readonly failed: boolean;
}

export class Guarded extends Component<GuardedProps, GuardedState> {
  override state: GuardedState = { failed: false };

  static getDerivedStateFromError(): GuardedState {
    return { failed: true };
  }

  override render() {
    const { name, onTryAgain, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <p className={styles.failed} role="alert">
        {name} could not be shown. Training and all other figures are not affected.{' '}
        <Button
          look="link"
          className={styles.again}
          onClick={() => {
            onTryAgain?.();
            this.setState({ failed: false });
          }}
        >
          Try again
        </Button>
      </p>
    );
  }
}
