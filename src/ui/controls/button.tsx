/** The page's buttons: one look for each weight of action. */
import type { ComponentProps } from 'react';
import styles from './button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** primary: the one main action; plain: outlined; quiet: text only; link: inside a sentence. */
  readonly look?: 'primary' | 'plain' | 'pill' | 'quiet' | 'link';
}

export function Button({ look = 'plain', className, type = 'button', ...props }: ButtonProps) {
  const classes = [styles.button, styles[look], className].filter(Boolean).join(' ');
  return <button className={classes} type={type} {...props} />;
}
