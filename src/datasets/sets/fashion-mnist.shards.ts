/** Written by tools/build-datasets.ts, as is public/data/fashion-mnist: do not edit. */
import { listShards } from '../stored/shard-list.ts';
import type { ShardedFiles } from '../stored/shard-list.ts';

export const fashionMnistFiles: ShardedFiles<'fashion-mnist'> = {
  id: 'fashion-mnist',
  encoding: 'bytes',
  featureCount: 784,
  featureMaximum: 255,
  featureNames: null,
  source:
    'Fashion-MNIST by Han Xiao, Kashif Rasul and Roland Vollgraf (Zalando Research): 7,000 of its 70,000 images, from the Debian package dataset-fashion-mnist 0.0~git20200523',
  licence: 'MIT (copyright 2017 Zalando SE)',
  training: listShards('training', [
    [1000, 442708, '3b7349383b71eaa0ea67e40cf3243407b95a7c8f331eb68129b0a0cabf2207dd'],
    [1000, 437200, '1f9693e4dc56cd70c907c46ec30f09f07d7ee6d16406d47c3183a0cc4afcd28c'],
    [1000, 443146, '1525e15d4ba5cf86fdfdd3dd13e797c16844f163c8daccfb82850379439fa77b'],
    [1000, 442483, '5ada687f349bb871d5eb2a6e62d1650be4b7af7d62c64dac60c9eb9f3b3dfc84'],
    [1000, 441773, '86f29904f5f3ce0a329b60d5b3f4294e862b4ba705d9f0102e05c344620d2e0d'],
  ]),
  heldOut: listShards('heldOut', [
    [1000, 441550, 'd7cdba10287e430c602b23e7405d730c287810615bdbef732e6abbb58c5e9894'],
    [1000, 446352, '45f2393a4f73ee38253e73cd62ab01f0c0fd90fdfa19e161acea59eaeb9085a0'],
  ]),
};
