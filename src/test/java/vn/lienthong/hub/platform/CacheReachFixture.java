package vn.lienthong.hub.platform;

import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;

/** A Redis that was reached. */
public final class CacheReachFixture {

    private CacheReachFixture() {}

    public static CacheReach reached(ReactiveRedisConnectionFactory connections) {
        var reach = new CacheReach(connections);
        reach.reach();
        return reach;
    }
}
