package vn.lienthong.hub.dispatch.words;

/** A system's words cannot say this of a dossier; its file must learn to. */
public final class Unsayable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unsayable(String why) {
        super(why, null, false, false);
    }
}
