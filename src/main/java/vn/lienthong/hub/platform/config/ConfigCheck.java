package vn.lienthong.hub.platform.config;

/** A module's word on a proposed configuration; it throws when it could not work with it. */
public interface ConfigCheck {

    void check(ConfigBundle proposal);
}
