package vn.lienthong.hub.intake.collect;

import java.util.List;

/** An answer that holds a list. */
interface Page {

    /** The things of the list, each in the envelope its format expects. */
    List<Item> items(String path, String id) throws CollectFailure;

    /** What the answer says beside the list; empty when it does not. */
    String fact(String path) throws CollectFailure;

    /** An answer that is one thing. */
    record Whole(byte[] body) implements Page {

        @Override
        public List<Item> items(String path, String id) {
            return List.of(Item.of("", body, body));
        }

        @Override
        public String fact(String path) {
            return "";
        }
    }
}
