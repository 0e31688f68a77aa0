package vn.lienthong.hub.quality.agreement;

import vn.lienthong.hub.quality.lists.ListRow;

/** A row of another side; {@code key} is the register's code for it where the register knows one. */
record Theirs(String key, ListRow row) {}
