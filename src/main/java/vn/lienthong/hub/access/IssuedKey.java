package vn.lienthong.hub.access;

/** A key with its secret, at the one moment when it can be told. */
record IssuedKey(String text, ApiKey key) {

    @Override
    public String toString() {
        return "IssuedKey[" + key.prefix() + "]";
    }
}
