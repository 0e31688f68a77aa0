package vn.lienthong.trust;

/** Keys for tests: all derived from a master key of zeros. */
public final class SealFixture {

    private SealFixture() {}

    public static MasterKey masterKey() {
        return new MasterKey(new byte[MasterKey.BYTES]);
    }

    public static Seal seal() {
        return new Seal(masterKey());
    }
}
