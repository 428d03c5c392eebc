# Each task sets up what it needs by itself; without make: python3 tools/dev.py TASK
.PHONY: site serve quick test test-slow bench lock

site serve quick test test-slow bench lock:
	@python3 tools/dev.py $@
