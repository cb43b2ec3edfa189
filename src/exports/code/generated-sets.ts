/** How each generated set makes its rows, in Python: the rules of src/datasets/sets. */
import type { DatasetId } from '../../datasets/registry.ts';

const curve = (rule: string) => `
    x = 2 * uniform(0) - 1
    return x[:, None], ${rule} + noise * normal(1)`;

const plane = (points: string) => `
    # By turns: both classes are equally frequent.
    target = np.arange(count) % 2
${points
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
    return np.stack([x + noise * normal(8), y + noise * normal(9)], axis=1), target`;

/** Bodies of `make_rows`; what is missing is kept in files. */
const RULES: Partial<Record<DatasetId, string>> = {
  circles: plane(`angle = 2 * np.pi * uniform(0)
radius = np.where(target == 0, 1, 0.5)
x, y = radius * np.cos(angle), radius * np.sin(angle)`),
  moons: plane(`angle = np.pi * uniform(0)
side = np.where(target == 0, 1, -1)
x, y = side * (np.cos(angle) - 0.5), side * (np.sin(angle) - 0.25)`),
  spirals: plane(`radius = 0.1 + 0.9 * uniform(0)
angle = (3 * radius + target) * np.pi
x, y = radius * np.sin(angle), radius * np.cos(angle)`),
  xor: plane(`x, y = 0.1 + 0.9 * uniform(0), 0.1 + 0.9 * uniform(1)
side = np.where(uniform(2) < 0.5, -1, 1)
x, y = side * x, np.where(target == 0, side, -side) * y`),
  gaussians: plane('x = y = np.where(target == 0, 0.6, -0.6)'),
  ring: `
    x, y = 2 * uniform(0) - 1, 2 * uniform(1) - 1
    radius = np.sqrt(x * x + y * y)
    is_other = uniform(2) < noise
    target = ((radius > 0.4) & (radius < 0.8)) != is_other
    return np.stack([x, y], axis=1), target.astype(np.float32)`,
  cubic: curve('(4 * x * x - 3) * x'),
  sine: curve('np.sin(2 * np.pi * x)'),
  step: curve('np.where(x < 0, -1, 1)'),
  'sparse-linear': `
    features = np.stack([normal(feature) for feature in range(50)], axis=1)
    target = noise * normal(50)
    for feature, weight in {3: 1.2, 10: -0.8, 23: 1.6, 31: -1.4, 44: 1}.items():
        target = target + weight * features[:, feature]
    return features, target`,
};

/** Null: the set is not made. */
export function generatedSetCode(id: string): string | null {
  const rule = Object.hasOwn(RULES, id) ? RULES[id as DatasetId] : undefined;
  if (rule === undefined) return null;
  return `def make_rows(count, noise, uniform, normal):
    """uniform and normal give a number for each row, by column."""${rule}
`;
}
