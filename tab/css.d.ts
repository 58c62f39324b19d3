/** Styles that come with a page: the build puts them in a file of their own. */
declare module '*.css'
