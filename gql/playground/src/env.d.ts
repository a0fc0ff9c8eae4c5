declare module '*.graphql' {
  const text: string;
  export default text;
}
declare module '*.css';
declare const __EDITOR_WORKER__: string;
declare const __JSON_WORKER__: string;
declare const __GRAPHQL_WORKER__: string;
