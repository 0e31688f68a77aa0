package vn.lienthong.hub.national.sync;

import vn.lienthong.hub.national.payload.Telling;
import vn.lienthong.hub.national.portal.Dialect;
import vn.lienthong.hub.national.portal.Door;

/**
 * By which door a dossier goes and in which words.
 *
 * @param usual whether it is the door whose breaker holds everything back while it is open
 */
public record Way(Door door, Telling telling, boolean usual) {

    Dialect dialect() {
        return door.dialect();
    }
}
