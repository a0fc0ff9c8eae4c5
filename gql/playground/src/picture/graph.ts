// The graph that is drawn: nodes by id, and what connects them.
export interface PictureNode {
  id: string;
  label: string;
  name: string;
  /** What the answer says of it: leaf fields by their name. */
  properties: Record<string, unknown>;
}

export interface PictureEdge {
  id: string;
  source: string;
  target: string;
  /** The field that shows the relationship. */
  label: string;
  properties: Record<string, unknown>;
  /** The ids of the claims that support it, where the answer has them. */
  claims: string[];
}

export class PictureGraph {
  readonly nodes = new Map<string, PictureNode>();
  readonly edges = new Map<string, PictureEdge>();
  private readonly between = new Map<string, Relationship[]>();

  addNode(node: PictureNode) {
    const known = this.nodes.get(node.id);
    if (known) Object.assign(known.properties, node.properties);
    else this.nodes.set(node.id, node);
  }

  /**
   * Adds an edge. A relationship read from both of its ends (`exercises`, then
   * `participants`) is one line: `types` names what it can be, alike from either side.
   * Relationships of one type whose claims differ are lines of their own.
   */
  addEdge(edge: Omit<PictureEdge, 'id'>, types: readonly string[]) {
    if (edge.source === edge.target) return;
    const pair = [edge.source, edge.target].sort().join(' ');
    const there = this.between.get(pair) ?? [];
    this.between.set(pair, there);
    const same = there.find((each) => each.types.some((type) => types.includes(type)) && mayBeOne(each.edge.claims, edge.claims));
    if (!same) {
      const added = { ...edge, id: `${pair} ${there.length}` };
      there.push({ edge: added, types });
      this.edges.set(added.id, added);
      return;
    }
    same.types = same.types.filter((type) => types.includes(type));
    Object.assign(same.edge.properties, edge.properties);
    same.edge.claims = [...new Set([...same.edge.claims, ...edge.claims])];
  }
}

interface Relationship {
  edge: PictureEdge;
  types: readonly string[];
}

function mayBeOne(a: string[], b: string[]): boolean {
  return !a.length || !b.length || a.some((claim) => b.includes(claim));
}
