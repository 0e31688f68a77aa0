/**
 * The applied configuration: files propose, PostgreSQL holds the immutable versions, a copy on disk lets the door open
 * while the database is away.
 *
 * <p>Open {@link vn.lienthong.hub.platform.config.AppliedConfig} to read it and {@link
 * vn.lienthong.hub.platform.config.ConfigVersions} for how a version comes to be.
 */
@NamedInterface("config")
@NullMarked
package vn.lienthong.hub.platform.config;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
