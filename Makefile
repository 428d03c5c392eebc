# Each task sets up what it needs by itself; without make: python3 tools/dev.py TASK
.PHONY: site serve quick test test-slow search-eval bench lock

site serve quick test test-slow search-eval bench lock:
	@python3 tools/dev.py $@
