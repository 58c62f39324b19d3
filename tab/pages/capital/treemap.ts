/** A part of a rectangle, in hundredths of its width and height. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

interface Room {
  left: number
  top: number
  width: number
  height: number
}

/** How far the flattest of these areas is from a square when they share one side. */
function worst(areas: readonly number[], side: number): number {
  const sum = areas.reduce((all, area) => all + area, 0)
  const depth = sum / side
  return Math.max(...areas.map((area) => Math.max(area / (depth * depth), (depth * depth) / area)))
}

/**
 * Divides a rectangle into parts as large as their values, each as square as can be. The largest value comes first, at
 * the left and above.
 * @param values above 0, the largest first
 * @param ratio the width of the rectangle for a height of 1
 */
export function treemap(values: readonly number[], ratio: number): Box[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  const areas = values.map((value) => (value / total) * ratio)
  const boxes: Room[] = []
  let room: Room = { left: 0, top: 0, width: ratio, height: 1 }
  for (let from = 0; from < areas.length; ) {
    const side = Math.min(room.width, room.height)
    let to = from + 1
    while (to < areas.length && worst(areas.slice(from, to + 1), side) <= worst(areas.slice(from, to), side)) to++
    const row = areas.slice(from, to)
    boxes.push(...laid(row, room))
    room = rest(row, room)
    from = to
  }
  return boxes.map(({ left, top, width, height }) => ({
    left: (100 * left) / ratio,
    top: 100 * top,
    width: (100 * width) / ratio,
    height: 100 * height,
  }))
}

const sumOf = (row: readonly number[]) => row.reduce((sum, area) => sum + area, 0)

/** One row along the shorter side. */
function laid(row: readonly number[], { left, top, width, height }: Room): Room[] {
  const isUpright = width >= height
  const depth = sumOf(row) / (isUpright ? height : width)
  let at = isUpright ? top : left
  return row.map((area) => {
    const length = area / depth
    const box = isUpright
      ? { left, top: at, width: depth, height: length }
      : { left: at, top, width: length, height: depth }
    at += length
    return box
  })
}

function rest(row: readonly number[], { left, top, width, height }: Room): Room {
  if (width >= height) {
    const depth = sumOf(row) / height
    return { left: left + depth, top, width: width - depth, height }
  }
  const depth = sumOf(row) / width
  return { left, top: top + depth, width, height: height - depth }
}
