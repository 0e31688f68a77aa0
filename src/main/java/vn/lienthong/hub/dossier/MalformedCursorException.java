package vn.lienthong.hub.dossier;

/** The cursor of a feed reader is none of ours. */
public final class MalformedCursorException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedCursorException() {
        super("malformed cursor");
    }
}
