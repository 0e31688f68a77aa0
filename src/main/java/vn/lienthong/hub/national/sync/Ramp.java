package vn.lienthong.hub.national.sync;

/** How many dossiers may be in the air: few after trouble, doubling with every flight that goes well. */
final class Ramp {

    private final int least;
    private final int most;
    private int allowed;
    private int inAir;

    Ramp(int least, int most) {
        this.least = Math.min(least, most);
        this.most = most;
        this.allowed = this.least;
    }

    synchronized int room() {
        return Math.max(0, allowed - inAir);
    }

    synchronized boolean idle() {
        return inAir == 0;
    }

    synchronized void left(int dossiers) {
        inAir += dossiers;
    }

    synchronized void landed(int dossiers, boolean smooth) {
        inAir -= dossiers;
        allowed = smooth ? Math.min(most, allowed * 2) : Math.max(least, allowed / 2);
    }

    /** The portal was given up or came back: it is not flooded with what waited. */
    synchronized void restart() {
        allowed = least;
    }
}
