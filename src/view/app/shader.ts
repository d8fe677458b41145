/** Points as sigma draws them: each in the shape of its kind, filled, with a rim. Shapes are those of `shapes` in kinds.ts, by number. */

import { NodeProgram } from 'sigma/rendering'
import type { ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'

/** A point as sigma holds it; an alias, as sigma wants types that are open to any name. */
export type PointAttributes = { x: number; y: number; size: number; color: string; zIndex: number } & Shaped

/** What a point has beside sigma's own attributes. */
export interface Shaped {
  readonly rim: string
  readonly shape: number
}

const vertexShader = `
attribute vec4 a_id; attribute vec4 a_color; attribute vec4 a_rim; attribute vec2 a_position; attribute float a_size; attribute float a_shape; attribute float a_angle;
uniform mat3 u_matrix; uniform float u_sizeRatio; uniform float u_correctionRatio;
varying vec4 v_color; varying vec4 v_rim; varying vec2 v_place; varying float v_radius; varying float v_shape;
const float bias = 255.0 / 254.0;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  v_place = size * 3.2 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + v_place, 1)).xy, 0, 1);
  v_radius = size;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  v_rim = a_rim;
  #endif
  v_color.a *= bias;
  v_rim.a *= bias;
}`

/** Distance to the border of the shape, below zero inside; units are those of v_radius. */
const fragmentShader = `
precision highp float;
varying vec4 v_color; varying vec4 v_rim; varying vec2 v_place; varying float v_radius; varying float v_shape;
uniform float u_correctionRatio;
float box(vec2 p, vec2 half_, float corner) {
  vec2 q = abs(p) - half_ + corner;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}
float triangle(vec2 p, float r) {
  p.y += r * 0.22;
  float k = sqrt(3.0);
  p.x = abs(p.x) - r;
  p.y = p.y + r / k;
  if (p.x + k * p.y > 0.0) p = vec2(p.x - k * p.y, -k * p.x - p.y) / 2.0;
  p.x -= clamp(p.x, -2.0 * r, 0.0);
  return -length(p) * sign(p.y);
}
float distanceTo(vec2 p, float r) {
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return box(p, vec2(r * 0.88), r * 0.06);
  if (v_shape < 2.5) return box(p, vec2(r * 0.92), r * 0.4);
  if (v_shape < 3.5) return (abs(p.x) + abs(p.y) - r * 1.22) * 0.7071;
  if (v_shape < 4.5) return triangle(p, r * 1.12) - r * 0.06;
  if (v_shape < 5.5) return box(p, vec2(r * 0.74, r * 0.98), r * 0.08);
  if (v_shape < 6.5) return length(p) - r;
  return box(p, vec2(r * 1.08, r * 0.74), r * 0.08);
}
void main(void) {
  float pixel = u_correctionRatio * 2.0;
  float d = distanceTo(v_place, v_radius);
  #ifdef PICKING_MODE
  if (d > pixel) gl_FragColor = vec4(0.0); else gl_FragColor = v_color;
  #else
  float outside = smoothstep(-pixel * 0.5, pixel * 0.5, d);
  float rim = smoothstep(-pixel * 2.2, -pixel * 1.4, d);
  if (v_shape > 5.5 && v_shape < 6.5) rim = max(rim, 1.0 - smoothstep(pixel * 0.5, pixel * 1.1, abs(d + pixel * 4.4)));
  gl_FragColor = mix(mix(v_color, v_rim, rim), vec4(0.0), outside);
  #endif
}`

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext
const uniforms = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const
const colour = { size: 4, type: UNSIGNED_BYTE, normalized: true }
const number = { size: 1, type: FLOAT }

export class ShapeProgram extends NodeProgram<(typeof uniforms)[number], PointAttributes> {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', ...number },
        { name: 'a_shape', ...number },
        { name: 'a_color', ...colour },
        { name: 'a_rim', ...colour },
        { name: 'a_id', ...colour },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', ...number }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    }
  }

  processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData & Partial<Shaped>): void {
    this.array.set(
      [data.x, data.y, data.size, data.shape ?? 0, floatColor(data.color), floatColor(data.rim ?? data.color), nodeIndex],
      startIndex,
    )
  }

  setUniforms({ correctionRatio, sizeRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations['u_correctionRatio'] ?? null, correctionRatio)
    gl.uniform1f(uniformLocations['u_sizeRatio'] ?? null, sizeRatio)
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, matrix)
  }
}
