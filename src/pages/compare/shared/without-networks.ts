/** What stands in place of pictures of networks where the run on screen was kept or imported. */
export const WITHOUT_NETWORKS =
  'A kept run has its figures, but no networks to look into. Train it again to see inside.';
