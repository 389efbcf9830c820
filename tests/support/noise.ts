import sharp, { type Sharp } from 'sharp'

/** A picture that does not shrink to nothing when it is packed. */
export function noise(): Sharp {
  return sharp({
    create: {
      width: 80,
      height: 80,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })
}
