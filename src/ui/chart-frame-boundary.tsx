/** If drawing fails, the chart says so and can be drawn again; the page and the table live on. */
import { Component } from 'react';
import type { ReactNode } from 'react';
import styles from './chart-frame.module.css';

interface ChartBoundaryProps {
  readonly children: ReactNode;
}

export class ChartBoundary extends Component<ChartBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <p className={styles.message} role="alert">
        This chart could not be drawn.{' '}
        <button
          type="button"
          className={styles.button}
          onClick={() => this.setState({ failed: false })}
        >
          Draw again
        </button>
      </p>
    );
  }
}
