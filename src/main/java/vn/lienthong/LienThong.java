package vn.lienthong;

/** Starts the hub. */
public final class LienThong {

    private LienThong() {}

    public static void main(String[] args) {}
}
