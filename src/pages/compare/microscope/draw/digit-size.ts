/** Size of the images of MNIST, in pixels. */
export const SIZE = { width: 28, height: 28 } as const;
