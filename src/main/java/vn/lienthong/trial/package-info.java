/**
 * Trials an operator can run against an installation of their own: {@code chaos} (kill everything in turn and prove
 * that nothing is lost) and {@code bench} (the hub beside the raw limits of its parts).
 *
 * <p>Comes in: the stories under {@code mocks/departments/<id>/story}. Goes out: a verdict line and an exit status.
 * Open {@link vn.lienthong.trial.Chaos} first.
 */
@NullMarked
package vn.lienthong.trial;

import org.jspecify.annotations.NullMarked;
