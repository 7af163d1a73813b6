/**
 * DeltaBlue: an incremental solver of a hierarchy of one-way constraints (Freeman-Benson, Maloney and Borning,
 * "An Incremental Constraint Solver", CACM 1990). Each constraint has a strength; adding or removing one
 * re-plans only what depends on it.
 *
 * Measures virtual calls through a class hierarchy and growable arrays of references. Both tests check the
 * values that the solver gives to the variables.
 */
import { type bool, Exception, type f64, type i32, parseI32, print } from "@rts";

/** Strengths: a smaller number is stronger. */
const REQUIRED: i32 = 0;
const PREFERRED: i32 = 2;
const STRONG_DEFAULT: i32 = 3;
const NORMAL: i32 = 4;
const WEAKEST: i32 = 6;

/** Directions of a binary constraint. */
const NONE: i32 = 0;
const FORWARD: i32 = 1;
const BACKWARD: i32 = -1;

/** A value, the constraints that mention it and the one that determines it at present. */
class Variable {
  readonly constraints: Constraint[] = [];
  determinedBy: Constraint | null = null;
  /** The planner's mark of the last visit. */
  mark: i32 = 0;
  walkStrength: i32 = WEAKEST;
  /** The value does not change while a plan runs. */
  stay: bool = true;

  constructor(public value: i32) {}

  addConstraint(constraint: Constraint): void {
    this.constraints.push(constraint);
  }

  removeConstraint(constraint: Constraint): void {
    const index = this.constraints.indexOf(constraint);
    if (index >= 0) this.constraints.splice(index, 1);
    if (this.determinedBy === constraint) this.determinedBy = null;
  }
}

abstract class Constraint {
  constructor(readonly strength: i32) {}

  abstract isSatisfied(): bool;
  abstract markUnsatisfied(): void;
  abstract addToGraph(): void;
  abstract removeFromGraph(): void;
  /** Decides which variable to compute, if any, given what `mark` says is already decided. */
  abstract chooseMethod(mark: i32): void;
  abstract markInputs(mark: i32): void;
  abstract inputsKnown(mark: i32): bool;
  abstract output(): Variable;
  /** Derives the output's strength and stay flag, and its value when that stays. */
  abstract recalculate(): void;
  abstract execute(): void;

  /** Tells whether the value comes from outside, as an edit does. */
  isInput(): bool {
    return false;
  }

  install(planner: Planner): void {
    this.addToGraph();
    planner.incrementalAdd(this);
  }

  destroy(planner: Planner): void {
    if (this.isSatisfied()) planner.incrementalRemove(this);
    else this.removeFromGraph();
  }

  /** Tries to enforce this constraint; the weaker one it displaced, or null. */
  satisfy(mark: i32, planner: Planner): Constraint | null {
    this.chooseMethod(mark);
    if (!this.isSatisfied()) {
      if (this.strength === REQUIRED) throw new Exception("cannot satisfy a required constraint");
      return null;
    }
    this.markInputs(mark);
    const out = this.output();
    const displaced = out.determinedBy;
    if (displaced !== null) displaced.markUnsatisfied();
    out.determinedBy = this;
    if (!planner.addPropagate(this, mark)) throw new Exception("cycle of constraints");
    out.mark = mark;
    return displaced;
  }
}

/** A constraint on one variable, which it determines when it is strong enough. */
abstract class UnaryConstraint extends Constraint {
  private satisfied: bool = false;

  constructor(readonly variable: Variable, strength: i32) {
    super(strength);
  }

  override isSatisfied(): bool {
    return this.satisfied;
  }
  override markUnsatisfied(): void {
    this.satisfied = false;
  }
  override addToGraph(): void {
    this.variable.addConstraint(this);
    this.satisfied = false;
  }
  override removeFromGraph(): void {
    this.variable.removeConstraint(this);
    this.satisfied = false;
  }
  override chooseMethod(mark: i32): void {
    this.satisfied = this.variable.mark !== mark && this.strength < this.variable.walkStrength;
  }
  override markInputs(_mark: i32): void {}
  override inputsKnown(_mark: i32): bool {
    return true;
  }
  override output(): Variable {
    return this.variable;
  }
  override recalculate(): void {
    this.variable.walkStrength = this.strength;
    this.variable.stay = !this.isInput();
    if (this.variable.stay) this.execute();
  }
  override execute(): void {}
}

/** Keeps a variable at its value. */
class StayConstraint extends UnaryConstraint {}

/** Marks a variable as set from outside. */
class EditConstraint extends UnaryConstraint {
  override isInput(): bool {
    return true;
  }
}

/** A constraint between two variables that can compute either from the other. */
abstract class BinaryConstraint extends Constraint {
  protected direction: i32 = NONE;

  constructor(readonly first: Variable, readonly second: Variable, strength: i32) {
    super(strength);
  }

  override isSatisfied(): bool {
    return this.direction !== NONE;
  }
  override markUnsatisfied(): void {
    this.direction = NONE;
  }
  override addToGraph(): void {
    this.first.addConstraint(this);
    this.second.addConstraint(this);
    this.direction = NONE;
  }
  override removeFromGraph(): void {
    this.first.removeConstraint(this);
    this.second.removeConstraint(this);
    this.direction = NONE;
  }

  override chooseMethod(mark: i32): void {
    const first = this.first;
    const second = this.second;
    if (first.mark === mark) {
      const free = second.mark !== mark && this.strength < second.walkStrength;
      this.direction = free ? FORWARD : NONE;
    } else if (second.mark === mark) {
      this.direction = this.strength < first.walkStrength ? BACKWARD : NONE;
    } else if (first.walkStrength > second.walkStrength) {
      this.direction = this.strength < first.walkStrength ? BACKWARD : NONE;
    } else {
      this.direction = this.strength < second.walkStrength ? FORWARD : NONE;
    }
  }

  input(): Variable {
    return this.direction === FORWARD ? this.first : this.second;
  }
  override output(): Variable {
    return this.direction === FORWARD ? this.second : this.first;
  }
  override markInputs(mark: i32): void {
    this.input().mark = mark;
  }
  override inputsKnown(mark: i32): bool {
    const variable = this.input();
    return variable.mark === mark || variable.stay || variable.determinedBy === null;
  }
  override recalculate(): void {
    const source = this.input();
    const out = this.output();
    out.walkStrength = Math.max(this.strength, source.walkStrength);
    out.stay = source.stay && this.parametersStay();
    if (out.stay) this.execute();
  }
  /** Whether what the relation depends on besides the two variables stays. */
  parametersStay(): bool {
    return true;
  }
}

/** `first === second`. */
class EqualityConstraint extends BinaryConstraint {
  override execute(): void {
    this.output().value = this.input().value;
  }
}

/** `second === first * scale + offset`. */
class ScaleConstraint extends BinaryConstraint {
  constructor(
    first: Variable,
    readonly scale: Variable,
    readonly offset: Variable,
    second: Variable,
    strength: i32,
  ) {
    super(first, second, strength);
  }

  override addToGraph(): void {
    super.addToGraph();
    this.scale.addConstraint(this);
    this.offset.addConstraint(this);
  }
  override removeFromGraph(): void {
    super.removeFromGraph();
    this.scale.removeConstraint(this);
    this.offset.removeConstraint(this);
  }
  override markInputs(mark: i32): void {
    super.markInputs(mark);
    this.scale.mark = mark;
    this.offset.mark = mark;
  }
  override parametersStay(): bool {
    return this.scale.stay && this.offset.stay;
  }
  override execute(): void {
    if (this.direction === FORWARD) {
      this.second.value = this.first.value * this.scale.value + this.offset.value;
    } else {
      this.first.value = ((this.second.value - this.offset.value) / this.scale.value) | 0;
    }
  }
}

/** Constraints in the order in which to execute them after an input changed. */
class Plan {
  private readonly steps: Constraint[] = [];

  add(constraint: Constraint): void {
    this.steps.push(constraint);
  }
  execute(): void {
    for (const constraint of this.steps) constraint.execute();
  }
}

class Planner {
  private mark: i32 = 0;

  private newMark(): i32 {
    this.mark++;
    return this.mark;
  }

  /** Enforces `constraint`, then in turn what each one displaced. */
  incrementalAdd(constraint: Constraint): void {
    const mark = this.newMark();
    let displaced = constraint.satisfy(mark, this);
    while (displaced !== null) displaced = displaced.satisfy(mark, this);
  }

  /** Retracts `constraint` and gives those that it kept out a chance, the strongest first. */
  incrementalRemove(constraint: Constraint): void {
    const out = constraint.output();
    constraint.markUnsatisfied();
    constraint.removeFromGraph();
    const unsatisfied = this.removePropagateFrom(out);
    for (let strength = REQUIRED; strength <= WEAKEST; strength++) {
      for (const candidate of unsatisfied) {
        if (candidate.strength === strength) this.incrementalAdd(candidate);
      }
    }
  }

  /** The plan that follows from the given input constraints. */
  extractPlan(constraints: Constraint[]): Plan {
    const sources: Constraint[] = [];
    for (const constraint of constraints) {
      if (constraint.isInput() && constraint.isSatisfied()) sources.push(constraint);
    }
    return this.makePlan(sources);
  }

  private makePlan(sources: Constraint[]): Plan {
    const mark = this.newMark();
    const plan = new Plan();
    const todo = sources;
    while (todo.length > 0) {
      const constraint = todo.pop()!;
      const out = constraint.output();
      if (out.mark !== mark && constraint.inputsKnown(mark)) {
        plan.add(constraint);
        out.mark = mark;
        this.addConsumers(out, todo);
      }
    }
    return plan;
  }

  /** Recomputes what depends on `constraint`; false, with the constraint removed, when that is itself. */
  addPropagate(constraint: Constraint, mark: i32): bool {
    const todo: Constraint[] = [constraint];
    while (todo.length > 0) {
      const next = todo.pop()!;
      if (next.output().mark === mark) {
        this.incrementalRemove(constraint);
        return false;
      }
      next.recalculate();
      this.addConsumers(next.output(), todo);
    }
    return true;
  }

  /** Recomputes what depended on `out`, now undetermined; the unsatisfied constraints met on the way. */
  private removePropagateFrom(out: Variable): Constraint[] {
    out.determinedBy = null;
    out.walkStrength = WEAKEST;
    out.stay = true;
    const unsatisfied: Constraint[] = [];
    const todo: Variable[] = [out];
    while (todo.length > 0) {
      const variable = todo.pop()!;
      for (const constraint of variable.constraints) {
        if (!constraint.isSatisfied()) {
          unsatisfied.push(constraint);
        } else if (constraint !== variable.determinedBy) {
          constraint.recalculate();
          todo.push(constraint.output());
        }
      }
    }
    return unsatisfied;
  }

  private addConsumers(variable: Variable, to: Constraint[]): void {
    const determining = variable.determinedBy;
    for (const constraint of variable.constraints) {
      if (constraint !== determining && constraint.isSatisfied()) to.push(constraint);
    }
  }
}

function expect(actual: i32, expected: i32, what: string): void {
  if (actual !== expected) throw new Exception(`deltablue: ${what} is ${actual}, not ${expected}`);
}

/** A chain of `n` equalities; an edit at one end must arrive at the other. */
function chainTest(n: i32): f64 {
  const planner = new Planner();
  const first = new Variable(0);
  let last = first;
  for (let i = 0; i < n; i++) {
    const next = new Variable(0);
    new EqualityConstraint(last, next, REQUIRED).install(planner);
    last = next;
  }
  new StayConstraint(last, STRONG_DEFAULT).install(planner);
  const edit = new EditConstraint(first, PREFERRED);
  edit.install(planner);
  const plan = planner.extractPlan([edit]);
  let sum: f64 = 0;
  for (let i = 0; i < 100; i++) {
    first.value = i;
    plan.execute();
    expect(last.value, i, "the end of the chain");
    sum += last.value;
  }
  edit.destroy(planner);
  return sum;
}

/** Sets `variable` through an edit constraint that lives for the moment. */
function change(planner: Planner, variable: Variable, value: i32): void {
  const edit = new EditConstraint(variable, PREFERRED);
  edit.install(planner);
  const plan = planner.extractPlan([edit]);
  for (let i = 0; i < 10; i++) {
    variable.value = value;
    plan.execute();
  }
  edit.destroy(planner);
}

/** `n` points mapped by one scale and one offset; edits on either side and of the parameters. */
function projectionTest(n: i32): f64 {
  const planner = new Planner();
  const scale = new Variable(10);
  const offset = new Variable(1000);
  const sources: Variable[] = [];
  const targets: Variable[] = [];
  for (let i = 0; i < n; i++) {
    const source = new Variable(i);
    const target = new Variable(i);
    sources.push(source);
    targets.push(target);
    new StayConstraint(source, NORMAL).install(planner);
    new ScaleConstraint(source, scale, offset, target, REQUIRED).install(planner);
  }
  change(planner, sources[n - 1], 17);
  expect(targets[n - 1].value, 1170, "the image of 17");
  change(planner, targets[n - 1], 1050);
  expect(sources[n - 1].value, 5, "the source of 1050");
  change(planner, scale, 5);
  for (let i = 0; i < n - 1; i++) expect(targets[i].value, i * 5 + 1000, "an image after scaling");
  change(planner, offset, 2000);
  for (let i = 0; i < n - 1; i++) expect(targets[i].value, i * 5 + 2000, "an image after moving");
  let sum: f64 = 0;
  for (const target of targets) sum += target.value;
  return sum;
}

/** `n` rounds of both tests with 100 variables; the sum of the values they end with. */
export function run(n: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; i++) sum += chainTest(100) + projectionTest(100);
  return sum;
}

export function defaultSize(): i32 {
  return 1000;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  print(`deltablue ${size}: ${run(size)}`);
  return 0;
}
