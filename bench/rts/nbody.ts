/**
 * N-body: the Sun and the four gas giants under gravity, by a symplectic integrator. Lengths are astronomical
 * units, times years, and the Sun's mass is 4π², which makes the constant of gravity 1.
 *
 * Measures floating point arithmetic on fields of objects. The energy is -0.169075164 at the start and
 * -0.169087605 after 1000 steps.
 */
import { type f64, type i32, parseI32, print } from "@rts";

const SOLAR_MASS: f64 = 4 * Math.PI * Math.PI;
const DAYS_PER_YEAR: f64 = 365.24;
const STEP: f64 = 0.01;

/** A point mass: position, velocity, mass. */
class Body {
  constructor(
    public x: f64,
    public y: f64,
    public z: f64,
    public vx: f64,
    public vy: f64,
    public vz: f64,
    readonly mass: f64,
  ) {}
}

/** A planet from a velocity per day and a mass relative to the Sun's. */
function planet(x: f64, y: f64, z: f64, vx: f64, vy: f64, vz: f64, mass: f64): Body {
  return new Body(
    x,
    y,
    z,
    vx * DAYS_PER_YEAR,
    vy * DAYS_PER_YEAR,
    vz * DAYS_PER_YEAR,
    mass * SOLAR_MASS,
  );
}

/** The five bodies in 1979, as seen from the Sun. */
function makeBodies(): Body[] {
  const sun = new Body(0, 0, 0, 0, 0, 0, SOLAR_MASS);
  const jupiter = planet(
    4.84143144246472090e+00,
    -1.16032004402742839e+00,
    -1.03622044471123109e-01,
    1.66007664274403694e-03,
    7.69901118419740425e-03,
    -6.90460016972063023e-05,
    9.54791938424326609e-04,
  );
  const saturn = planet(
    8.34336671824457987e+00,
    4.12479856412430479e+00,
    -4.03523417114321381e-01,
    -2.76742510726411899e-03,
    4.99852801234917238e-03,
    2.30417297573763929e-05,
    2.85885980666130812e-04,
  );
  const uranus = planet(
    1.28943695621391310e+01,
    -1.51111514016986312e+01,
    -2.23307578892655734e-01,
    2.96460137564761618e-03,
    2.37847173959480950e-03,
    -2.96589568540237556e-05,
    4.36624404335156298e-05,
  );
  const neptune = planet(
    1.53796971148509165e+01,
    -2.59193146099879641e+01,
    1.79258772950371181e-01,
    2.68067772490389322e-03,
    1.62824170038242295e-03,
    -9.51592254519715870e-05,
    5.15138902046611451e-05,
  );
  const bodies: Body[] = [sun, jupiter, saturn, uranus, neptune];
  return bodies;
}

class System {
  private readonly bodies: Body[] = makeBodies();

  constructor() {
    this.stopDrift();
  }

  /** Gives the Sun the velocity that makes the total momentum zero. */
  private stopDrift(): void {
    let px: f64 = 0;
    let py: f64 = 0;
    let pz: f64 = 0;
    for (const body of this.bodies) {
      px += body.vx * body.mass;
      py += body.vy * body.mass;
      pz += body.vz * body.mass;
    }
    const sun = this.bodies[0];
    sun.vx = -px / SOLAR_MASS;
    sun.vy = -py / SOLAR_MASS;
    sun.vz = -pz / SOLAR_MASS;
  }

  advance(dt: f64): void {
    const bodies = this.bodies;
    const count = bodies.length;
    for (let i = 0; i < count; i++) {
      const a = bodies[i];
      for (let j = i + 1; j < count; j++) {
        const b = bodies[j];
        const dx = a.x - b.x;
        const dy = a.y - b.y;
        const dz = a.z - b.z;
        const square = dx * dx + dy * dy + dz * dz;
        const pull = dt / (square * Math.sqrt(square));
        a.vx -= dx * b.mass * pull;
        a.vy -= dy * b.mass * pull;
        a.vz -= dz * b.mass * pull;
        b.vx += dx * a.mass * pull;
        b.vy += dy * a.mass * pull;
        b.vz += dz * a.mass * pull;
      }
    }
    for (const body of bodies) {
      body.x += dt * body.vx;
      body.y += dt * body.vy;
      body.z += dt * body.vz;
    }
  }

  /** Kinetic and potential energy together. */
  energy(): f64 {
    const bodies = this.bodies;
    let energy: f64 = 0;
    for (let i = 0; i < bodies.length; i++) {
      const a = bodies[i];
      energy += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
      for (let j = i + 1; j < bodies.length; j++) {
        const b = bodies[j];
        const dx = a.x - b.x;
        const dy = a.y - b.y;
        const dz = a.z - b.z;
        energy -= (a.mass * b.mass) / Math.sqrt(dx * dx + dy * dy + dz * dz);
      }
    }
    return energy;
  }
}

/** The energy after `n` steps. */
export function run(n: i32): f64 {
  const system = new System();
  for (let i = 0; i < n; i++) system.advance(STEP);
  return system.energy();
}

export function defaultSize(): i32 {
  return 200000;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  print(`nbody ${size}: ${run(size).toFixed(9)}`);
  return 0;
}
