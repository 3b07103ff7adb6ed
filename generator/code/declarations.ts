import type { Code } from "./code.ts";
import type { Comment } from "./comment.ts";

/** A TypeScript file before it is printed. */
export interface SourceStructure {
	readonly banner: Code;
	readonly imports: readonly Import[];
	readonly declarations: readonly Declaration[];
}

/** Named imports of one file; nothing is printed for an empty list of names. */
export interface Import {
	readonly from: Code;
	readonly names: readonly Code[];
	readonly typeOnly?: boolean;
}

export type Declaration =
	| InterfaceDeclaration
	| TypeDeclaration
	| FunctionDeclaration
	| ClassDeclaration
	| StatementDeclaration;

interface Documented {
	readonly docs?: Comment | undefined;
}

export interface InterfaceDeclaration extends Documented {
	readonly kind: "interface";
	readonly name: Code;
	readonly extends?: readonly Code[];
	readonly properties: readonly PropertyDeclaration[];
	readonly methods?: readonly SignatureDeclaration[];
	/** The type of properties that have no declaration. */
	readonly index?: Code | undefined;
}

export interface PropertyDeclaration extends Documented {
	/** From `propertyKey`. */
	readonly key: Code;
	readonly type: Code;
	readonly optional: boolean;
	/** True for what is read only. */
	readonly constant?: true;
}

export interface TypeDeclaration extends Documented {
	readonly kind: "type";
	readonly name: Code;
	readonly type: Code;
}

/** Anything else, printed as it is: ts-morph over-indents what has lines of its own. */
export interface StatementDeclaration {
	readonly kind: "statement";
	readonly text: Code;
}

/** A method without its body. */
export interface SignatureDeclaration extends Documented {
	readonly name: Code;
	readonly parameters: readonly ParameterDeclaration[];
	readonly returns: Code;
}

export interface FunctionDeclaration extends SignatureDeclaration {
	readonly kind: "function";
	readonly body: Code;
}

export interface ParameterDeclaration {
	readonly name: Code;
	readonly type: Code;
	readonly optional?: boolean;
	readonly default?: Code;
}

export interface ClassDeclaration extends Documented {
	readonly kind: "class";
	readonly name: Code;
	readonly extends: Code;
	readonly fields: readonly FieldDeclaration[];
	readonly parameters: readonly ParameterDeclaration[];
	/** The constructor's statements. */
	readonly body: readonly Code[];
	readonly methods: readonly Omit<FunctionDeclaration, "kind">[];
}

/** A field that is set once, by the constructor. */
export interface FieldDeclaration extends Documented {
	/** An identifier, or `#` and one. */
	readonly name: Code;
	readonly type: Code;
}
