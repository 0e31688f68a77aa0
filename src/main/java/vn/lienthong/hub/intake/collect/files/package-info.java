/**
 * Files that a department lays down on a server (SFTP) and the hub picks up.
 *
 * <p>A file is taken once it is whole, moved away once the broker has it, and what was wrong with its records comes back as
 * a file. Open {@link vn.lienthong.hub.intake.collect.files.FileSource} first.
 */
@NullMarked
package vn.lienthong.hub.intake.collect.files;

import org.jspecify.annotations.NullMarked;
