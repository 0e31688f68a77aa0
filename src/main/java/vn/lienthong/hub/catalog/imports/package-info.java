/**
 * Imports of agencies, procedures and reorganisations: a table or a YAML file becomes a change of the province's files,
 * first as a dry run that says row by row what is wrong and what would be touched, then as a new applied version.
 *
 * <p>Open {@code ImportDesk} first.
 */
@NullMarked
package vn.lienthong.hub.catalog.imports;

import org.jspecify.annotations.NullMarked;
