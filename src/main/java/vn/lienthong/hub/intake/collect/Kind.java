package vn.lienthong.hub.intake.collect;

/** What a {@code collect} section of one kind must say; asked before the configuration is in force. */
public interface Kind {

    /** What {@code collect.by} calls it. */
    String by();

    /** Fails with {@link IllegalArgumentException}, naming what is wrong, when nothing could be fetched. */
    void check(String format, Section section);
}
