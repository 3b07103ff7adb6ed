/**
 * A program that compiles only when each schema in `src/schemas.ts` gives exactly the type that it is declared with: the
 * declaration alone would also accept a schema that knows less. It stands in a folder beside `src`, and is for compilers
 * without `exactOptionalPropertyTypes`, as params may be `undefined`.
 */
export function checkedSchemas(text: string): string {
	const checks = [
		...text.matchAll(
			/^export const (\w+): s\.Schema<(\w+|s\.ItemOf<\w+>)> = (.*?);$(?=\n\n)/gms,
		),
	].map(
		([, name, type, schema]) =>
			`const ${name}_ = ${schema};\nexport const ${name}Same: Same<s.Output<typeof ${name}_>, ${type}> = true;\n`,
	);
	const local = text.replaceAll('from "./', 'from "../src/');
	return `${local}\n${checks.join("\n")}\n${types}`;
}

const types = `
type Same<A, B> = Twin<Known<A>> extends Twin<Known<B>> ? Twin<Known<B>> extends Twin<Known<A>> ? true : [Known<A>, Known<B>] : [Known<A>, Known<B>];
interface Twin<T> { <U>(): U extends T ? 1 : 2 }
/** Without the index signatures of objects that may have other properties: all may, for a schema. */
type Known<T> = unknown extends T ? unknown
	: T extends readonly (infer Item)[] ? Known<Item>[]
	: T extends Blob ? T
	: T extends object ? keyof Named<T> extends never ? { [K in keyof T]: Known<T[K]> } : { [K in keyof Named<T>]: Known<Named<T>[K]> }
	: T;
type Named<T> = { [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] };
`;
