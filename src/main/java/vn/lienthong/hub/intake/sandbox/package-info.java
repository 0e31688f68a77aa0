/**
 * The sandbox (môi trường thử): a sender pushes as it will on the day it goes live, and nothing leaves.
 *
 * <p>In: {@code POST /sandbox/api/v1/senders/{sender}/submissions}, the door's address behind {@code /sandbox}, with the
 * same key, bodies and answers. What a dossier's earlier pushes said counts, so that a whole life can be played; register,
 * statistics, notices and neighbours never hear of it. Out: {@code GET /sandbox/api/v1/submissions/{receipt}}, with what a
 * pretended national portal was told. Open {@code Sandbox} first.
 */
@NullMarked
package vn.lienthong.hub.intake.sandbox;

import org.jspecify.annotations.NullMarked;
