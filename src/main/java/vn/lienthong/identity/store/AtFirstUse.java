package vn.lienthong.identity.store;

/** What a part of identity does once its tables are there and before it is first needed; repeated until it succeeds. */
public interface AtFirstUse {

    void provide();
}
