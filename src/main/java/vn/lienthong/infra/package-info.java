/**
 * What the hub stands on: database, cache and broker, either its own servers (standalone) or those of the province's
 * data centre (node).
 *
 * <p>{@link vn.lienthong.infra.InfraConfiguration} is the parent context without web; everything above it takes its
 * {@code DataSource}, Redis and JMS connection factories from there. {@code infra.local} runs the servers of
 * standalone mode.
 */
@NullMarked
package vn.lienthong.infra;

import org.jspecify.annotations.NullMarked;
