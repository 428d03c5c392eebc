Object.assign((globalThis.vejviser ??= {}), {
  dangerModel: { kinds: {}, scale: 1, from: 0, box: 1, row: 1, weights: "0" },
});
